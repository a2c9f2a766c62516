// The examples menu: the questions of the lecture, each a link as anyone could type.
interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

export const examples: readonly Example[] = [
  {
    name: 'Learning rate too small',
    hint: 'Down the steep side, then it hardly moves along the valley',
    link: '#/surface?f=bowl&start=-4,2.5&steps=60&run=sgd(lr=0.002)',
  },
  {
    name: 'Learning rate too big',
    hint: 'Along the steep axis each step lands further out than the last',
    link: '#/surface?f=bowl&start=-4,0.3&steps=30&run=sgd(lr=0.105)',
  },
  {
    name: 'A decaying learning rate',
    hint: 'Over a crease only steps that shrink come to rest',
    link: '#/surface?f=max(abs(x),abs(y))&start=-3,2.2&steps=400&run=sgd(lr=0.5)@exponential(gamma=0.95)&run=sgd(lr=0.5)',
  },
  {
    name: 'Momentum through a ravine',
    hint: 'Plain steps zigzag, momentum adds up along the valley',
    link: '#/surface?f=ravine&start=-3.5,-2&steps=200&run=sgd(lr=0.09,momentum=0.8)&run=sgd(lr=0.09)',
  },
  {
    name: 'RMSprop evens out the axes',
    hint: 'One axis is a hundred times as steep; divided by its size it is not',
    link: '#/surface?f=bowl&params=kappa:100&start=-4,3&steps=150&run=rmsprop(lr=0.1)&run=sgd(lr=0.009)',
  },
  {
    name: 'Stopped at a saddle',
    hint: 'Exactly on the ridge there is no slope to either side',
    link: '#/surface?f=pass&start=0,1.5&steps=100&run=sgd(lr=0.2)',
  },
  {
    name: 'Escape from a saddle',
    hint: 'A thousandth off the ridge: who leaves first?',
    link: '#/surface?f=pass&start=0.001,1.5&steps=150&run=sgd(lr=0.2,momentum=0.8)&run=sgd(lr=0.2)&run=adam(lr=0.05)',
  },
  {
    name: 'Stuck in a shallow basin',
    hint: 'Gradient descent stops in the first hollow it meets',
    link: '#/surface?f=basins&start=2.8,1.9&steps=300&run=sgd(lr=0.2)',
  },
  {
    name: 'Noise leaves the shallow basin',
    hint: 'The same with a noisy gradient, and thirty times again',
    link: '#/surface?f=basins&start=2.8,1.9&steps=300&noise=1&run=sgd(lr=0.2)',
  },
  {
    name: 'Over the cliff',
    hint: 'One step on the steep side throws it across the valley',
    link: '#/surface?f=cliff&start=4,3&steps=60&run=sgd(lr=0.8)',
  },
  {
    name: 'The banana valley, a race',
    hint: 'Rosenbrock: quick into the valley, slow along it',
    link: '#/surface?f=rosenbrock&start=-1.5,2&steps=500&run=adam(lr=0.05)&run=sgd(lr=0.0005,momentum=0.9,nesterov)&run=sgd(lr=0.001)&run=newton',
  },
  {
    name: 'Four minima',
    hint: 'Himmelblau: drag the start and see where it ends',
    link: '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&run=sgd(lr=0.01)&run=adam(lr=0.3)',
  },
  {
    name: 'Newton knows the curvature',
    hint: 'A bowl at an angle: one step for Newton, many for the slope',
    link: '#/surface?f=bowl&params=kappa:20,angle:30&start=-4,1&steps=40&run=newton&run=sgd(lr=0.045)',
  },
  {
    name: 'The larger of two',
    hint: 'max(x, y) from (1, 1): both share the slope, as in PyTorch',
    link: '#/surface?f=max&start=1,1&steps=20&run=sgd(lr=0.1)',
  },
  {
    name: 'Ten racers',
    hint: 'From one start, each with PyTorch’s rule',
    link: '#/surface?f=camel&start=-1.8,1.6&steps=120&run=sgd(lr=0.02)&run=sgd(lr=0.02,momentum=0.9)&run=adam(lr=0.1)&run=rmsprop(lr=0.05)&run=adagrad(lr=0.4)&run=adadelta(lr=2)&run=adamax(lr=0.1)&run=nadam(lr=0.1)&run=rprop(lr=0.05)&run=lbfgs(lr=1,line_search_fn=strong_wolfe)',
  },
]
