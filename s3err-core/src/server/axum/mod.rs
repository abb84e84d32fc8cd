//! For axum, and whatever else speaks tower and `http`.

mod body;
mod context;
mod exchange;
mod failure;
mod handled;
mod ids;
mod rendered;
mod service;
