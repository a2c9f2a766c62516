// What is kept in the browser from visit to visit. What it refuses to keep holds until the page is left.
import type { StoreApi } from 'zustand/vanilla'

function permitted<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** What was kept in a place. It may be of another version, or garbage. */
export const kept = (place: string): unknown =>
  // Not by an error on each first visit: with tools attached, the browser reads all of the script anew for its place.
  permitted(() => JSON.parse(localStorage.getItem(place) ?? 'null')?.state)

/** Keeps what a store holds, whenever it changes: just that, since pages and frames beside this one keep theirs there. */
export function keep<T extends object>({ subscribe }: StoreApi<T>, place: string): void {
  subscribe((now, before) => {
    const gone = Object.keys(before).filter((key) => !(key in now))
    const changed = Object.entries(now).filter(([key, it]) => it !== before[key as keyof T])
    const all = Object.entries({ ...(kept(place) ?? {}), ...Object.fromEntries(changed) })
    const state = Object.fromEntries(all.filter(([key]) => !gone.includes(key)))
    permitted(() => localStorage.setItem(place, JSON.stringify({ state })))
  })
}
