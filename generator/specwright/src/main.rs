//! The `specwright` command.

/// Generation makes and drops millions of small values; this allocator does that in two thirds of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    specwright::cli::main()
}
