// What a job is, for whoever does it and whoever asks for it: one value, which says all of it.

/**
 * A piece of work that is done, or what it waits for, or nothing: a breath between two pieces. Who waits may be asked to go on
 * before that has come, and says so again.
 */
export type Piece<Chunk> =
  | { readonly chunk: Chunk }
  | { readonly until: Promise<unknown> }
  | undefined

/** How something is computed in a worker: in pieces, without time, driven by serve.ts. */
interface Job<Spec, Chunk> {
  /** The same specification always gives the same pieces: where a worker is lost, another begins anew. */
  run(spec: Spec): Generator<Piece<Chunk>, void, undefined>
  /** What of a piece moves to the page instead of being copied: the job has done with it. */
  transfers(chunk: Chunk): readonly ArrayBufferView[]
}

/** A job to which something can be said while it goes on: each piece is asked for, and what is said with it is yielded. */
interface ListeningJob<Spec, Chunk, Message> {
  run(spec: Spec): Generator<Piece<Chunk>, void, Message | undefined>
  transfers(chunk: Chunk): readonly ArrayBufferView[]
  /** Never ahead of whoever asks, so that what is said holds from the very next piece. */
  readonly listens: true
}

/** A job as the row of a table; its types say what it takes and gives. */
export const job = <Spec, Chunk>(row: Job<Spec, Chunk>) => row
export const listeningJob = <Spec, Chunk, Message>(row: ListeningJob<Spec, Chunk, Message>) => row

/** What any job is for serve.ts, which knows none. */
export interface AnyJob {
  run(spec: never): Generator<Piece<unknown>, void, never>
  transfers(chunk: never): readonly ArrayBufferView[]
  readonly listens?: true
}

/** Jobs by their names. */
export type JobTable = Readonly<Record<string, AnyJob>>

type Work<J extends AnyJob> = ReturnType<J['run']>
export type SpecOf<J extends AnyJob> = Parameters<J['run']>[0]
export type ChunkOf<J extends AnyJob> =
  Work<J> extends Generator<Piece<infer Chunk>, void, never> ? Chunk : never
/** What can be said to a job; always also nothing. */
export type MessageOf<J extends AnyJob> =
  Work<J> extends Generator<unknown, void, infer Message> ? Message : never

/** Work that yields now and then as a job that has nothing to hand over yet. */
export function* breathing<R>(work: Generator<unknown, R>): Generator<undefined, R> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
    yield undefined
  }
}
