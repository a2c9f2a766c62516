// The names of hyper-parameters in the page, made from their keys where nothing better is known.

const hyperLabels = new Map([
  ['lr', 'Learning rate'],
  ['eps', 'Epsilon'],
  ['eps1', 'Epsilon 1'],
  ['eps2', 'Epsilon 2'],
  ['beta2_decay', 'Beta 2 decay'],
  ['d', 'Clipping threshold'],
  ['lr_decay', 'Learning rate decay'],
  ['lambd', 'Lambda'],
  ['amsgrad', 'AMSGrad'],
  ['etaminus', 'Eta minus'],
  ['etaplus', 'Eta plus'],
  ['ns_a', 'Newton–Schulz a'],
  ['ns_b', 'Newton–Schulz b'],
  ['ns_c', 'Newton–Schulz c'],
  ['ns_steps', 'Newton–Schulz steps'],
  ['smin', 'Smallest step'],
  ['smax', 'Largest step'],
])

/** How a hyper-parameter is called in the page: from its key. */
export function labelOfHyper(key: string): string {
  const known = hyperLabels.get(key)
  if (known) return known
  const words = key
    .replaceAll('_', ' ')
    .replace(/(\d+)$/, ' $1')
    .replace(/ +/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
