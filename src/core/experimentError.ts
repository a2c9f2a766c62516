/** An experiment that cannot start. Its message is one sentence for a student. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError'
}
