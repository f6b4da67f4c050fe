//! Generates models and client; `src/lib.rs` includes them.

fn main() {
    specwright::Generator::new("specs/pets.yaml").client(true).server(false).build();
}
