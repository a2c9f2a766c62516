const sentences = {
  unsupported:
    'Nothing can be calculated: this browser has no Web Workers, or does not allow them here. Open the page in a current browser, or allow them.',
  absent: 'The calculation did not load. Check the connection, then try again.',
  silent: 'The calculation stopped answering twice. Try again, or change what it is asked for.',
} as const

/** The engine gave a job up: there are no workers, their script does not arrive, or they die or fall silent. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly kind: keyof typeof sentences

  constructor(kind: keyof typeof sentences, options?: ErrorOptions) {
    super(sentences[kind], options)
    this.kind = kind
  }
}
