//! The `specwright` command.

fn main() -> std::process::ExitCode {
    specwright::cli::main()
}
