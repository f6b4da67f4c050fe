specwright_macros::include_api! { generate = [models] }

fn main() {}
