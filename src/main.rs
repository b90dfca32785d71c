//! Comity: the binary.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    comity::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
