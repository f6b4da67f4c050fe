specwright::include_api!("ui/broken.yaml");

fn main() {}
