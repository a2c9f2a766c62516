// Waiting for what comes soon.

/** Nothing takes so long: only what never comes does (ms). */
export const patience = 45_000

/** What a look finds, sooner or later. @param words what is waited for, said when it does not come */
export async function soon<T>(words: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`it did not come: ${words}`)
    await new Promise((later) => setTimeout(later, 50))
  }
}
