//! What a window shell needs of what it shows.

/// What the shell shows. The game is one, a demo is another, a test may be a third.
pub trait Screen {
    /// Called once, before the first pass: the place for fonts and style.
    fn start(&mut self, _ctx: &egui::Context) {}

    /// Draws one pass into the root `ui`, which spans the window.
    ///
    /// A frame may take more than one pass, so collect what the player asks for and apply it
    /// where a repetition does no harm.
    fn ui(&mut self, ui: &mut egui::Ui);

    /// `true` once the screen wants the window closed ("Quit").
    fn closing(&self) -> bool {
        false
    }
}
