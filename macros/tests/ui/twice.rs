specwright_macros::include_api! { spec = "ui/broken.yaml", spec = "ui/broken.yaml" }

fn main() {}
