// What a script defines before it begins: each thing once, under a name of its own.

export interface Definitions {
  /** The name of a definition, which is new unless the same has been made before. */
  readonly add: (wanted: string, text: (name: string) => string) => string
  readonly texts: () => readonly string[]
}

export function definitions(): Definitions {
  const made = new Map<string, string>()
  const names = new Map<string, string>()
  return {
    add(wanted, text) {
      for (let i = 1; ; i++) {
        const name = i === 1 ? wanted : `${wanted}${i}`
        const definition = text(name)
        const before = names.get(name)
        if (before !== undefined && before !== definition) continue
        names.set(name, definition)
        made.set(definition, name)
        return name
      }
    },
    texts: () => [...made.keys()],
  }
}
