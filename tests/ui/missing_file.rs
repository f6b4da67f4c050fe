specwright::include_api!("ui/nowhere.yaml");

fn main() {}
