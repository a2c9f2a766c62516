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
  permitted(() => JSON.parse(localStorage.getItem(place) ?? '').state)

/** Keeps what a store holds, whenever it changes. */
export function keep<T>({ subscribe }: StoreApi<T>, place: string): void {
  subscribe((state) => permitted(() => localStorage.setItem(place, JSON.stringify({ state }))))
}
