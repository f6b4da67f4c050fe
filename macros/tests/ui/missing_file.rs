specwright_macros::include_api!("ui/nowhere.yaml");

fn main() {}
