specwright_macros::include_api! { spec = "ui/broken.yaml", tags = [pets] }

fn main() {}
