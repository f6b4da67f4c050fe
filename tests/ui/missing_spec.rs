specwright::include_api! { generate = [models] }

fn main() {}
