/** Anything whose playhead can be read and watched: what moves sixty times a second goes around React. */
export interface PlayheadSource {
  /** The step that is shown; between whole numbers while it plays. */
  readonly read: () => number
  readonly watch: (listener: () => void) => () => void
}
