// What the optimizers that look before they step have in common, in Python.

export const searching = `class Searching(torch.optim.Optimizer):
    # What looks before it steps: the closure tells the loss and the gradient elsewhere.

    def ask(self, closure, point):
        self.move(point)
        loss = closure()
        return loss.item(), torch.stack([p.grad.clone() for p in self.params])

    def move(self, point):
        with torch.no_grad():
            for p, value in zip(self.params, point):
                p.copy_(value)

    @property
    def params(self):
        return self.param_groups[0]['params']

    @property
    def point(self):
        return torch.stack([p.detach().clone() for p in self.params])

    def search(self, closure, x, d, first, loss, g):
        # The strong Wolfe conditions, by the search of PyTorch's L-BFGS.
        if first == 0:  # it would divide by 0
            return 0.0
        group = self.param_groups[0]
        tried = []

        def ask(x, t, d):
            tried.append(float(t))
            return self.ask(closure, x + t*d)

        try:
            *_, t, _ = lbfgs._strong_wolfe(
                ask, x, first, d, loss, g, g.dot(d), c1=group['c1'], c2=group['c2'], max_ls=group['max_ls'])
        except IndexError:  # the loss is not defined there: that is where it stays
            return tried[-1]
        return float(t)`
