// The examples menu: laws that a single run does not show, each a link as anyone could type.
interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

export const examples: readonly Example[] = [
  {
    name: 'Learning rate × momentum',
    hint: 'On a parabola: what converges lies below 2 + 2β, whatever the function',
    link: '#/maps?f=x^2/2&start=1&steps=200&run=sgd(lr=0.5,momentum=0.5)&x=lr(0.02:4)&y=momentum(0:0.99)',
  },
  {
    name: 'Four basins, four optimizers',
    hint: 'Himmelblau: in which of four minima does each start end?',
    link: '#/maps?f=himmelblau&start=-0.5,0.5&steps=200&run=sgd(lr=0.01)&run=sgd(lr=0.01,momentum=0.9)&run=rmsprop(lr=0.05)&run=adam(lr=0.1)&x=start.x(-5:5)&y=start.y(-5:5)&size=128',
  },
  {
    name: 'A fractal boundary',
    hint: 'Between starts and rates that train and those that do not: zoom in, there is no end',
    link: '#/maps?f=x^4/4-x^2/2&start=1.2&steps=120&run=sgd(lr=1.2)&x=start.x(-2.5:2.5)&y=lr(0.1:2.5)',
  },
  {
    name: 'Learning rate × start',
    hint: 'The trap curve’s valleys: which step leads into which',
    link: '#/maps?f=tanhsin&start=8&steps=200&run=sgd(lr=0.5)&x=start.x(-12:12)&y=lr(0.01:10:log)',
  },
  {
    name: 'Which rate escapes?',
    hint: 'From the wrong valley, by learning rate and momentum',
    link: '#/maps?f=tanhsin&start=8&steps=300&run=sgd(lr=0.5,momentum=0.5)&x=lr(0.01:10:log)&y=momentum(0:0.99)',
  },
]
