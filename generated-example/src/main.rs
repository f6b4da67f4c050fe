//! The `generated-example` command.

#[tokio::main]
async fn main() -> std::process::ExitCode {
    generated_example::commands::run().await
}
