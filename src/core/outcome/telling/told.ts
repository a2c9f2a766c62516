/** How a run ended, in words. */
export interface Told {
  /** One to three sentences: where, and why. */
  readonly words: string
  /** The law behind them, as a formula: for whoever asks. */
  readonly formula?: string
  /** What learning rate would serve better. */
  readonly wish?: 'larger' | 'smaller'
}
