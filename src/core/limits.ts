// What is read and run at most. Each limit stands only here and is checked where things come in, so that nothing that anyone
// hands in can keep the page from answering. Nobody who means something comes near one.

import { counted } from './number.ts'

interface Limit {
  readonly most: number
  /** What is said beyond it. */
  readonly words: string
}

const limit = (most: number, words: (most: string) => string): Limit => ({
  most,
  words: words(most < 10_000 ? String(most) : counted(most)),
})

export const limits = {
  /** Characters of a link. */
  link: limit(
    16_384,
    (most) => `A link has at most ${most} characters: save the experiment as a file and open that`,
  ),
  /** Characters of a file. */
  file: limit(5_000_000, (most) => `is too long: files have at most ${most} characters`),
  /** Scenes of a talk: more than anyone shows in a day. */
  scenes: limit(200, (most) => `A talk has at most ${most} scenes: the rest was left out`),
  /** Variables of a graph: as many as there are letters. */
  variables: limit(26, (most) => `At most ${most} variables have room: write some as numbers`),
  steps: limit(1_000_000, (most) => `At most ${most} steps can be run`),
  /** Runs of an experiment: nobody could tell more paths apart. A chain of branches is no longer either. */
  racers: limit(10, (most) => `At most ${most} optimizers can race: leave some out`),
  /** Characters of an expression, or of a line's right side. */
  expression: limit(1000, (most) => `the text is longer than ${most} characters: shorten it`),
  nesting: limit(100, (most) => `nested more than ${most} deep: take some parentheses away`),
  /** Arguments of max and min. */
  args: limit(50, (most) => `more than ${most} arguments: put some into another call`),
  ruleText: limit(5000, (most) => `a rule has at most ${most} characters: shorten it`),
  ruleLines: limit(60, (most) => `a rule has at most ${most} lines: leave some out`),
  /** Hyper-parameters of a written rule, each of which gets a slider. */
  ruleNames: limit(50, (most) => `a rule has at most ${most} hyper-parameters: give some a value`),
  /** Numbers of an argument that is a list. */
  milestones: limit(500, (most) => `are at most ${most} numbers: leave some out`),
  /** Operations of all steps of all runs: some seconds. */
  work: limit(1e9, () => 'would take too long'),
} as const satisfies Readonly<Record<string, Limit>>
