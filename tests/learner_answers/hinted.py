"""What the hints of each exercise spell, typed as a learner types it who follows them to the last.

Each line stands in the hints of its exercise, so whoever does what they say gets a right answer.
"""

from learner_answers.notebook_04 import LOOPS

RELU = "return np.maximum(Z, 0)"

HINTED = {
    "00_start_here": {"relu": RELU},
    "01_vectorisation_and_broadcasting": {
        "flatten_images": "m = images.shape[0]\nrows = images.reshape(m, -1)\nreturn rows.T",
        "weight_gradient": "return np.dot(X, dZ.T) / X.shape[1]",
        "as_column": "return a.reshape(-1, 1)",
        "standardize": """
mean = X.mean(axis=1, keepdims=True)
deviation = X.std(axis=1, keepdims=True)
varies = X.max(axis=1, keepdims=True) > X.min(axis=1, keepdims=True)
return np.where(varies, X - mean, 0) / np.where(varies, deviation, 1)
""",
        "normalize_columns": """
length = np.sqrt(np.sum(X**2, axis=0, keepdims=True))
return X / np.where(length > 0, length, 1)
""",
        "softmax": "E = np.exp(Z)\nreturn E / np.sum(E, axis=0, keepdims=True)",
        "pairwise_distances": """
a2 = np.sum(A**2, axis=0)
b2 = np.sum(B**2, axis=0)
D2 = a2[:, np.newaxis] + b2 - 2 * np.dot(A.T, B)
return np.sqrt(np.maximum(D2, 0))
""",
        "class_votes": "D = pairwise_distances(known, unknown)\nS = softmax(-30 * D)\nreturn np.dot(Y, S)",
    },
    "02_logistic_regression": {
        "sigmoid": "return 1 / (1 + np.exp(-Z))",
        "forward": "[(w, b)] = params\nZ = np.dot(w.T, X) + b\nreturn sigmoid(Z)",
        "predict": "A = forward(params, X)\nreturn np.where(A > threshold, 1.0, 0.0)",
        "fork_backward": """
s, t = a + b, max(b, c)
ds, dt = t, s
da = ds
db = ds + dt * (b > c)
dc = dt * (c > b)
return da, db, dc
""",
        "cost": "losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))\nreturn np.mean(losses)",
        "backward_loops": """
n, m = X.shape
dw = np.zeros((n, 1))
db = 0.0
for i in range(m):
    dz = A[0, i] - Y[0, i]
    for j in range(n):
        dw[j, 0] += X[j, i] * dz
    db += dz
return [(dw / m, db / m)]
""",
        "backward": """
m = X.shape[1]
dZ = A - Y
dw = np.dot(X, dZ.T) / m
db = np.sum(dZ, axis=1, keepdims=True) / m
return [(dw, db)]
""",
        "update": """
[(w, b)], [(dw, db)] = params, gradients
new_w = w - learning_rate * dw
new_b = b - learning_rate * db
return [(new_w, new_b)]
""",
        "train": """
params = [(np.zeros((X.shape[0], 1)), 0.0)]
for _ in range(iterations):
    A = forward(params, X)
    gradients = backward(params, A, X, Y)
    params = update(params, gradients, learning_rate)
return params
""",
    },
    "03_activation_functions": {
        "sigmoid_derivative": "A = sigmoid(Z)\nreturn A * (1 - A)",
        "tanh": "return 2 * sigmoid(2 * Z) - 1",
        "tanh_derivative_from_output": "return 1 - A**2",
        "leaky_relu": "return np.where(Z > 0, Z, slope * Z)",
        "leaky_relu_derivative": "return np.where(Z > 0, 1.0, slope)",
        "softmax": """
E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
return E / np.sum(E, axis=0, keepdims=True)
""",
        "compose": """
W, b = layers[0]
for W_next, b_next in layers[1:]:
    W, b = W_next @ W, W_next @ b + b_next
return W, b
""",
        "send_back": """
for W, A in zip(reversed(weights), reversed(outputs)):
    dA = np.dot(W.T, dA * slope(A))
return dA
""",
    },
    "04_shallow_network": {
        "layer_sizes": "return X.shape[0], n1, Y.shape[0]",
        "forward": """
(W1, b1), (W2, b2) = params
Z1 = np.dot(W1, X) + b1
A1 = tanh(Z1)
Z2 = np.dot(W2, A1) + b2
A2 = sigmoid(Z2)
return A1, A2
""",
        "backward_loops": LOOPS,
        "output_gradient": """
m = Y.shape[1]
dZ2 = A2 - Y
dW2 = np.dot(dZ2, A1.T) / m
db2 = np.sum(dZ2, axis=1, keepdims=True) / m
return dZ2, dW2, db2
""",
        "hidden_gradient": """
m = X.shape[1]
dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)
dW1 = np.dot(dZ1, X.T) / m
db1 = np.sum(dZ1, axis=1, keepdims=True) / m
return dZ1, dW1, db1
""",
        "initialize": """
rng = np.random.default_rng(seed)
W1 = scale * rng.standard_normal((n1, n0))
W2 = scale * rng.standard_normal((n2, n1))
b1 = np.zeros((n1, 1))
b2 = np.zeros((n2, 1))
return [(W1, b1), (W2, b2)]
""",
        "update": """
(W1, b1), (W2, b2) = params
(dW1, db1), (dW2, db2) = gradients
layer1 = (W1 - learning_rate * dW1, b1 - learning_rate * db1)
layer2 = (W2 - learning_rate * dW2, b2 - learning_rate * db2)
return [layer1, layer2]
""",
        "train": """
params = initialize(*layer_sizes(X, Y, n1), seed, scale=0.01)
for _ in range(iterations):
    cache = forward(params, X)
    gradients = backward(params, cache, X, Y)
    params = update(params, gradients, learning_rate)
return params
""",
    },
    "05_deep_network": {
        "layer_forward": "Z = np.dot(W, A_prev) + b\nA = g(Z)\nreturn A, (A_prev, W, Z, A)",
        "forward": """
A, caches = X, []
for (W, b), g in zip(params, activations):
    A, cache = layer_forward(A, W, b, g)
    caches.append(cache)
return A, caches
""",
        "linear_backward": """
A_prev, W, Z, A = cache
m = dZ.shape[1]
dW = np.dot(dZ, A_prev.T) / m
db = np.sum(dZ, axis=1, keepdims=True) / m
dA_prev = np.dot(W.T, dZ)
return dA_prev, dW, db
""",
        "layer_backward": """
A_prev, W, Z, A = cache
dZ = dA * g.derivative(Z)
return linear_backward(dZ, cache)
""",
        "backward": """
dA, dW, db = linear_backward(dZ, caches[-1])
gradients = [(dW, db)]
for cache, g in zip(reversed(caches[:-1]), reversed(activations[:-1])):
    dA, dW, db = layer_backward(dA, cache, g)
    gradients.insert(0, (dW, db))
return gradients
""",
        "numerical_gradient": """
gradient = np.zeros(vector.size)
for i in range(vector.size):
    nudge = np.zeros(vector.size)
    nudge[i] = h
    gradient[i] = (J(vector + nudge) - J(vector - nudge)) / (2 * h)
return gradient
""",
        "train": """
for _ in range(iterations):
    A, caches = forward(params, X, activations)
    gradients = backward(A - Y, caches, activations)
    params = update(params, gradients, learning_rate)
return params
""",
    },
    "06_training": {
        "one_hot": "classes = np.arange(C).reshape(C, 1)\nreturn (classes == labels) * 1.0",
        "cross_entropy": "return -np.sum(Y * np.log(A), axis=0, keepdims=True)",
        "mini_batches": """
order = rng.permutation(X.shape[1])
for k in range(0, X.shape[1], batch_size):
    chosen = order[k:k + batch_size]
    yield X[:, chosen], Y[:, chosen]
""",
        "momentum_step": "v = beta * v - learning_rate * dw\nreturn w + v, v",
        "inverse_time_decay": "return learning_rate / (1 + decay * epoch)",
        "train_epochs": """
v = np.zeros(w.shape)
for rate in rates:
    for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):
        dw = gradient(w, X_batch, Y_batch)
        w, v = momentum_step(w, v, dw, rate, beta)
return w
""",
        "dropout_forward": "mask = rng.random(A.shape) < keep\nreturn A * mask / keep, mask",
        "dropout_backward": "return dA * mask / keep",
        "add_l2": """
new = []
for (dW, db), (W, b) in zip(gradients, params):
    new.append((dW + l2 / m * W, db))
return new
""",
        "should_stop": "best = np.argmin(costs)\nreturn len(costs) - 1 - best >= patience",
    },
    "07_hyperparameters": {
        "cost_of_search": "runs = np.prod(counts) * seeds\nreturn runs, runs * iterations",
        "grid": """
rows = [[]]
for each in values:
    rows = [[*row, value] for row in rows for value in each]
return np.array(rows)
""",
        "choose": "return np.nanargmin(costs)",
        "grid_search": """
rows = grid(values)
costs = np.array([run(*row) for row in rows])
best = choose(costs)
return rows[best], costs[best]
""",
        "log_uniform": """
rng = np.random.default_rng(seed)
logs = rng.uniform(np.log(low), np.log(high), count)
return np.exp(logs)
""",
    },
}
