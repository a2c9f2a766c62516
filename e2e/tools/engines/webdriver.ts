// W3C WebDriver over plain HTTP: as much of it as a visit needs.
import { keys, type Point } from './driver.ts'
import { patience } from './soon.ts'

export type Call = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<never>

/** The reference of an element, as the protocol writes it (12.2). */
export type Reference = Readonly<Record<'element-6066-11e4-a52e-4f735466cecf', string>>

/** What is asked of a driver at an address. */
export const calling =
  (address: string): Call =>
  async (method, path, body) => {
    const answer = await fetch(address + path, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = (await answer.json()) as { readonly value: never }
    if (answer.ok) return value
    const { error, message } = value as { readonly error: string; readonly message: string }
    throw new Error(`${method} ${path}: ${error}, ${message}`)
  }

/** A key that is pressed and let go. */
export const pressed = (key: keyof typeof keys) => ({
  actions: [
    {
      type: 'key',
      id: 'keyboard',
      actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] })),
    },
  ],
})

/** A way with the main button held. */
export function dragged(from: Point, to: Point) {
  const at = ({ x, y }: Point) => ({
    type: 'pointerMove',
    duration: 50,
    x: Math.round(x),
    y: Math.round(y),
  })
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const down = { type: 'pointerDown', button: 0 }
  const actions = [at(from), down, at(middle), at(to), { type: 'pointerUp', button: 0 }]
  return { actions: [{ type: 'pointer', id: 'mouse', actions }] }
}
