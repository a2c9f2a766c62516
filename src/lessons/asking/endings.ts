// How runs end, in the words of an answer.

/** By the kinds of outcomes. */
export const endings = {
  converged: 'converges',
  stuck: 'gets stuck',
  oscillating: 'oscillates',
  diverged: 'diverges',
  running: 'is still on its way',
  trained: 'trains to its end',
} as const

const ofDescents = ['converged', 'stuck', 'oscillating', 'diverged', 'running'] as const
const ofTrainings = ['trained', 'diverged'] as const

/** The kinds of endings that what a link shows may have. */
export const endingsOf = (link: string): readonly (keyof typeof endings)[] =>
  /^#?\/?network\b/.test(link) ? ofTrainings : ofDescents
