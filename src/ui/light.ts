// Hovering or focusing a symbol lights everything of the same name: arrow, slider, table heading, formula.
// One rule in one style sheet does it, so no component has to know of any other.

/** HTML gets a tint; drawings make of --lit what suits them. */
const lit =
  '--lit: 1; border-radius: 3px; background-color: color-mix(in srgb, currentColor 18%, transparent);'
let sheet: CSSStyleSheet | undefined

/** Lights everything whose data-name this is; nothing without a name. */
function light(name: string | undefined): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.replaceSync(name ? `[data-name="${CSS.escape(name)}"] { ${lit} }` : '')
}

const nameAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest('[data-name]')?.getAttribute('data-name') ?? undefined)
    : undefined

/** Handlers for the element around everything that can light up. */
export const lightHandlers = {
  onPointerOver: (event: { target: EventTarget | null }) => light(nameAt(event.target)),
  onPointerLeave: () => light(undefined),
  onFocus: (event: { target: EventTarget | null }) => light(nameAt(event.target)),
  onBlur: () => light(undefined),
}
