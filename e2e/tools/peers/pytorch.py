# PyTorch on one thread: the first line says what is learned, each other one on how many batches.
import json, sys, time
import torch

torch.set_num_threads(1)
lesson = json.loads(sys.stdin.readline())
sizes, batch = lesson["sizes"], lesson["batch"]
layers = []
for before, after in zip(sizes, sizes[1:]):
    layers += [torch.nn.Linear(before, after), {"elu": torch.nn.ELU, "tanh": torch.nn.Tanh}[lesson["activation"]]()]
model = torch.nn.Sequential(*layers[:-1])
torch.nn.utils.vector_to_parameters(torch.tensor(lesson["parameters"]), model.parameters())
points = torch.tensor(lesson["x"]).reshape(-1, sizes[0])
targets = torch.tensor(lesson["targets"]).reshape(-1, sizes[-1])
batches = list(zip(points.split(batch), targets.split(batch)))
kind = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}[lesson["optimizer"]]
optimizer = kind(model.parameters(), lr=lesson["lr"])
criterion = torch.nn.MSELoss()
done = 0
print(json.dumps({}), flush=True)
for line in sys.stdin:
    begun = time.perf_counter()
    for _ in range(json.loads(line)["count"]):
        x, y = batches[done % len(batches)]
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        done += 1
    print(json.dumps({"loss": loss.item(), "ms": 1000 * (time.perf_counter() - begun)}), flush=True)
