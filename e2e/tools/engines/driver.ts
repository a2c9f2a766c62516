// What an engine does for whoever looks at a page in it, and nothing that is known of the page.

/** Something on the page, by its role and its accessible name. */
export interface Thing {
  readonly role: Role
  readonly name: string | RegExp
}

/** Where elements of a role are looked for; whether they have it is the engine's to say. */
export const places = {
  button: 'button, [role=button]',
  group: 'fieldset, [role=group]',
  link: 'a[href]',
  menuitem: '[role=menuitem]',
  radio: 'input[type=radio]',
  region: 'section, [role=region]',
  slider: 'input[type=range], [role=slider]',
  spinbutton: 'input[type=number], [role=spinbutton]',
  status: 'output, [role=status]',
} as const

export type Role = keyof typeof places

export interface Point {
  readonly x: number
  readonly y: number
}

/** A page that nobody has visited before. */
export interface Driver {
  readonly open: (address: string) => Promise<void>
  /** What a function makes of a thing in the page, nothing where there is no such thing to be seen. */
  readonly ask: <T>(thing: Thing, question: (element: Element) => T) => Promise<T | undefined>
  readonly click: (thing: Thing) => Promise<void>
  readonly press: (key: Key) => Promise<void>
  readonly drag: (from: Point, to: Point) => Promise<void>
  /** The file that comes of doing something. */
  readonly download: (act: () => Promise<void>) => Promise<Buffer>
  /** What the page has complained of so far. */
  readonly noise: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Keys by the names that they have in events, with their code in WebDriver (W3C WebDriver, 17.4.2). */
export const keys = {
  ArrowRight: '\uE014',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  ' ': ' ',
  b: 'b',
} as const

export type Key = keyof typeof keys

/** An engine that is here. */
export interface Running {
  /** With its version. */
  readonly name: string
  /** What is not known of pages in it. */
  readonly deaf?: string
  readonly visit: () => Promise<Driver>
  readonly close: () => Promise<void>
}

/** An engine that may be here. */
export interface Engine {
  readonly id: string
  /** Starts it; where it is not installed, says what is missing. */
  readonly start: () => Promise<Running | { readonly missing: string }>
}
