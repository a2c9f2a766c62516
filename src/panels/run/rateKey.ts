import type { Key } from '../../state/lab/lab.ts'

/** L leads to the slider that everyone wants first. */
export const rateKey: Key = {
  key: 'l',
  shown: 'L',
  words: 'to the learning rate',
  act: (_, place) =>
    place.querySelector<HTMLElement>('[data-name="lr"] input[type="range"]')?.focus(),
}
