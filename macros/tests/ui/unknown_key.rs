specwright_macros::include_api! { spec = "ui/broken.yaml", tag = ["pets"] }

fn main() {}
