// The three runs of the course's notebook.
export const notebook = {
  parabola: '#/curve?f=x^2&start=2.5&steps=40&run=sgd(lr=0.1)',
  valleys: '#/curve?f=x^2/20+tanh(sin(x))&start=8&steps=15&run=adam(lr=2)',
  can: '#/curve?f=soda&start=1.5&steps=100&run=sgd(lr=5)',
}
