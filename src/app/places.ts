// The places beside the labs, as addresses name them.
const places = ['', 'lessons'] as const

export type PlaceId = (typeof places)[number]

/** The place that an address names, the home page where it names nothing; none where it speaks of a lab. */
export function placeIn(address: string): PlaceId | undefined {
  const [, named] = /^#?\/?([^/?]*)/.exec(address) ?? []
  return places.find((id) => id === named)
}
