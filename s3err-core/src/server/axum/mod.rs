//! For axum, and whatever else speaks tower and `http`.

mod body;
mod context;
mod failure;
mod handled;
mod ids;
mod service;
