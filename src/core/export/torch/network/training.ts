// What the training loops of all runs call: batches, and what is measured.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import { draws } from '../../../networks/draws.ts'

/** From a batch on, so many points: the first is that of the experiment. */
export type Sizes = readonly (readonly [at: number, size: number])[]

/** Whether each batch is all points: then nothing is dealt. */
export const isAlwaysFull = (sizes: Sizes, { dataset }: PreparedNetwork): boolean =>
  sizes.every(([, size]) => size >= dataset.training.count)

/** A generator of the batches of an epoch. */
export function batchesText(
  { shuffle, seed, dataset: { training } }: PreparedNetwork,
  sizes: Sizes,
): string {
  const [[, size] = [0, 1]] = sizes
  const changes = sizes.length > 1
  const isFullAtTimes = shuffle && sizes.some(([, n]) => n >= training.count)
  const now = '[size for at, size in sizes if at <= step][-1]'
  const full = isFullAtTimes
    ? `    # What is all points at once is not shuffled.
    if ${now} >= len(x_train):
        yield x_train, y_train
        return
`
    : ''
  const mixed = `    # All points, shuffled anew in each epoch (Fisher & Yates), always in the same way.
    order = list(range(len(x_train)))
    drawn = uniform(${seed}, ${draws.batches}, epoch, torch.arange(len(order))).tolist()
    for i in range(len(order) - 1, 0, -1):
        j = int(drawn[i]*(i + 1))
        order[i], order[j] = order[j], order[i]`
  const inOrder = `    # All points in their order.
    order = list(range(len(x_train)))`
  const dealt = changes
    ? `    while order:
        size = ${now}
        chosen, order, step = order[:size], order[size:], step + 1
        yield x_train[chosen], y_train[chosen]`
    : `    for k in range(0, len(order), ${size}):
        chosen = order[k:k + ${size}]
        yield x_train[chosen], y_train[chosen]`
  const listed = sizes.map(([at, n]) => `(${at}, ${n})`).join(', ')
  const before = changes
    ? `# From so many batches on, so many points in each.\nsizes = [${listed}]\n\n\n`
    : ''
  return `${before}def batches(epoch${changes ? ', step' : ''}):\n${full}${shuffle ? mixed : inOrder}\n${dealt}`
}

export const criterionText = ({ loss }: PreparedNetwork): string =>
  `criterion = nn.${loss === 'mse' ? 'MSELoss' : 'CrossEntropyLoss'}()`

/** A row of the table. */
export function measuredText({ dataset, loss, classes, dropout }: PreparedNetwork): string {
  const isSplit = dataset.validation.count > 0
  const [x, y] = isSplit ? ['x_valid', 'y_valid'] : ['x_train', 'y_train']
  const answer =
    loss === 'mse'
      ? `torch.floor(model(${x}).clamp(0, ${(classes ?? 1) - 1}) + 0.5)`
      : `model(${x}).argmax(1)`
  const mode = (word: string) => (dropout ? [`    model.${word}()`] : [])
  return [
    'def measured(model):',
    `    # The loss of what is learned from${isSplit ? ' and of what judges' : ''}${classes === undefined ? '' : ', and the share of right answers there'}.`,
    ...mode('eval'),
    '    with torch.no_grad():',
    '        loss = criterion(model(x_train), y_train).item()',
    `        validation = ${isSplit ? 'criterion(model(x_valid), y_valid).item()' : 'None'}`,
    `        accuracy = ${classes === undefined ? 'None' : `(${answer} == ${y}).double().mean().item()`}`,
    ...mode('train'),
    '    if not all(torch.isfinite(p).all() for p in model.parameters()):',
    '        loss = math.nan',
    '    return loss, validation, accuracy',
  ].join('\n')
}

/** What prints the rows of a run. */
export const writeRows = `def write(run, rows):
    for epoch, row in enumerate(rows):
        if not math.isfinite(row[0]):  # the learning rate was too large
            break
        print(run, epoch, *('' if value is None else decimal(value) for value in row), sep=',')`
