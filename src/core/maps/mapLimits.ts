// What of a map is computed at most. They stand apart from the other limits: only who opens a map loads them.
import { counted } from '../number.ts'

export const mapLimits = {
  size: { most: 1024, words: `A map has from 1 to ${counted(1024)} pixels along each side` },
  /** Steps of all pixels: some minutes. */
  work: {
    most: 1e10,
    words: 'So large a map would take too long: choose fewer steps or pixels',
  },
} as const
