specwright_macros::include_api! { spec = "ui/broken.yaml", generate = [model] }

fn main() {}
