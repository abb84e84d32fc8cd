//! For actix-web.

mod context;
mod convert;
mod exchange;
mod failure;
mod handled;
mod panicked;
mod payload;
mod rendered;
mod service;
