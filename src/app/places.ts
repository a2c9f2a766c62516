// The places beside the labs, as addresses name them.
const places = ['', 'lessons', 'present'] as const

export type PlaceId = (typeof places)[number]

/** What an address says that means a place; before its own code is here the page shows by it what places have. */
export const placePattern = `^#?/?(?!/)(${places.join('|')})(?=$|[/?])`

/** The place that an address names, the home page where it names nothing; none where it speaks of a lab. */
export function placeIn(address: string): PlaceId | undefined {
  const [, named] = new RegExp(placePattern).exec(address) ?? []
  return places.find((id) => id === named)
}
