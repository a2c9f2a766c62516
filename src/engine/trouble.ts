/** Why a job rests: there are no workers, their script does not arrive, or they die or fall silent. */
export type Loss = 'unsupported' | 'absent' | 'silent'

/** Something that is in the way of a job, until it is tried again. */
export interface Trouble {
  readonly loss: Loss
  /** What it is and what can be done, in a sentence or two. */
  readonly message: string
}

const messages: Readonly<Record<Loss, string>> = {
  unsupported:
    'Nothing can be calculated: this browser has no Web Workers, or does not allow them here. Open the page in a current browser, or allow them and reload it.',
  absent: 'The calculation did not load. Check the connection, then try again.',
  silent: 'The calculation stopped answering twice. Try again, or change what it is asked for.',
}

export const troubleOf = (loss: Loss): Trouble => ({ loss, message: messages[loss] })
