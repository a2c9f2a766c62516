import type { User } from './user.ts'

/** What every engine has to do. */
export interface Row {
  readonly promise: string
  /** Throws where it is not kept; what it says is printed behind the promise. */
  readonly keep: (user: User) => Promise<string | undefined>
}
