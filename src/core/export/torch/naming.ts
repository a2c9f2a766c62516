// Names of the language as names of Python: `lambda` is what students type, and a word that Python keeps for itself.

const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'
/** What the generated code calls things itself. */
const own =
  'self params param closure group state here rate optimizer loss count hyper scalar torch math super float dict map'
const taken: readonly string[] = [keywords, own].flatMap((words) => words.split(' '))

/** What PyTorch's schedulers and its base class look for, or keep, among the arguments of any optimizer. */
export const argumentsOfTorch: readonly string[] =
  'initial_lr max_lr min_lr betas base_momentum max_momentum foreach fused capturable differentiable param_names'.split(
    ' ',
  )

/**
 * Gives each name one of Python's, always the same one.
 * @param first names that are asked for first, so that they keep their own
 * @param foreign words that mean something else where the names go
 */
export function naming(
  first: Iterable<string>,
  foreign: readonly string[] = [],
): (name: string) => string {
  const given = new Map<string, string>()
  const used = new Set([...taken, ...foreign])
  const call = (name: string): string => {
    const known = given.get(name)
    if (known) return known
    const { 1: of = name, 0: previous } = /^prev\((.+)\)$/.exec(name) ?? []
    // A scope is left out as long as nobody misses it: schedule.gamma is gamma.
    const bare = of.slice(of.indexOf('.') + 1)
    const mark = previous ? '_before' : ''
    let word = `${bare}${mark}`
    if (used.has(word)) word = `${of.replace('.', '_')}${mark}`
    while (used.has(word)) word += '_'
    given.set(name, word)
    used.add(word)
    return word
  }
  for (const name of first) call(name)
  return call
}
