specwright_macros::include_api!("ui/broken.yaml");

fn main() {}
