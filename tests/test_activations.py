"""Activations and their derivatives, against two-sided differences, autograd, SciPy and each other."""

import numpy as np
import pytest
from needs import need

from helpers import activations
from helpers.activations import leaky_relu, relu, sigmoid, softmax, softmax_derivative, step, tanh
from helpers.gradient_check import numerical_derivative

anp = need("autograd.numpy")
autograd = need("autograd")
special = need("scipy.special")
need("hypothesis")
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from hypothesis.extra.numpy import array_shapes, arrays  # noqa: E402

FORMULAS = {
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": lambda z: (anp.exp(2 * z) - 1) / (anp.exp(2 * z) + 1),
    "relu": lambda z: z * (z > 0),
    "leaky_relu": lambda z: z * (z > 0) + 0.01 * z * (z <= 0),
    "identity": lambda z: 1.0 * z,
}
ALL = sorted(FORMULAS)
Z = np.linspace(-6, 6, 50).reshape(5, 10)  # never 0: there ReLU has a kink
wide = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e4, 1e4))


def function(name):
    return getattr(activations, name)


@pytest.mark.parametrize("name", ALL)
def test_value_is_the_formula(name):
    np.testing.assert_allclose(function(name)(Z), FORMULAS[name](Z), rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("name", ALL)
def test_derivative_equals_differences(name):
    numerical = numerical_derivative(function(name), Z)
    np.testing.assert_allclose(function(f"{name}_derivative")(Z), numerical, atol=1e-9)


@pytest.mark.parametrize("name", ALL)
def test_derivative_equals_autograd(name):
    exact = autograd.elementwise_grad(FORMULAS[name])(Z)
    np.testing.assert_allclose(function(f"{name}_derivative")(Z), exact, rtol=1e-10, atol=1e-15)


@pytest.mark.parametrize("name", ALL)
@given(z=wide)
@settings(deadline=None, max_examples=25)
def test_derivative_from_the_output_equals_that_from_z(name, z):
    from_output = function(f"{name}_derivative_from_output")(function(name)(z))
    np.testing.assert_allclose(from_output, function(f"{name}_derivative")(z), atol=1e-15)


@pytest.mark.parametrize("slope", [0.01, 0.2, 0.9])
def test_leaky_relu_takes_any_slope(slope):
    np.testing.assert_array_equal(leaky_relu([-2.0, 0.0, 3.0], slope), [-2 * slope, 0, 3])
    for given_z, derivative in (
        (Z, activations.leaky_relu_derivative(Z, slope)),
        (Z, activations.leaky_relu_derivative_from_output(leaky_relu(Z, slope), slope)),
    ):
        expected = numerical_derivative(lambda z: leaky_relu(z, slope), given_z)
        np.testing.assert_allclose(derivative, expected, atol=1e-9)


@given(z=wide)
@settings(deadline=None, max_examples=50)
def test_identities(z):
    np.testing.assert_allclose(tanh(z), 2 * sigmoid(2 * z) - 1, atol=1e-15)
    np.testing.assert_allclose(activations.sigmoid_derivative(z), sigmoid(z) * sigmoid(-z), atol=1e-15)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1, atol=1e-15)
    np.testing.assert_allclose(sigmoid(z), special.expit(z), atol=1e-15)
    np.testing.assert_array_equal(relu(z) - relu(-z), z)


@given(z=wide.filter(lambda z: not np.any((z != 0) & (abs(z) < 1e-12))))
@settings(deadline=None, max_examples=50)
def test_step_agrees_with_the_sigmoid_above_one_half(z):
    np.testing.assert_array_equal(step(z), sigmoid(z) > 0.5)


def test_slopes_at_zero():
    at_zero = {name: function(f"{name}_derivative")(0.0) for name in ALL}
    assert at_zero == {"sigmoid": 0.25, "tanh": 1, "relu": 0, "leaky_relu": 0.01, "identity": 1}


@pytest.mark.parametrize("name", [*ALL, *(f"{name}_derivative" for name in ALL)])
@given(z=wide)
@settings(deadline=None, max_examples=20)
def test_far_out_nothing_overflows(name, z):
    assert np.isfinite(function(name)(z)).all()  # and no warning: pytest makes errors of them


@pytest.mark.parametrize("name", [*ALL, *(f"{name}_derivative" for name in ALL)])
@pytest.mark.parametrize(
    ("z", "shape", "dtype"),
    [
        (2, (), np.float64),
        (-1.5, (), np.float64),
        (np.float32(1.5), (), np.float32),
        (True, (), np.float64),
        (np.array(0.5), (), np.float64),
        ([1, -2], (2,), np.float64),
        (((1.0, -2.0, 0.5),), (1, 3), np.float64),
        (np.array([[1], [-3]], dtype=np.int8), (2, 1), np.float64),
        (np.array([1.0, -2.0], dtype=np.float32), (2,), np.float32),
        (np.zeros((2, 3, 4)), (2, 3, 4), np.float64),
        (np.zeros((0, 3)), (0, 3), np.float64),
    ],
)
def test_shape_and_type_of_the_input_are_kept(name, z, shape, dtype):
    result = function(name)(z)
    assert (result.shape, result.dtype) == (shape, dtype)
    assert isinstance(result, np.generic if shape == () else np.ndarray)


def test_input_is_left_as_it_was():
    for name in [*ALL, *(f"{name}_derivative" for name in ALL), "softmax"]:
        z = Z.copy()
        function(name)(z)
        np.testing.assert_array_equal(z, Z, err_msg=name)


@pytest.mark.parametrize("name", [*ALL, *(f"{name}_derivative_from_output" for name in ALL), "softmax"])
@pytest.mark.parametrize(
    ("bad", "error", "sentence"),
    [
        ("high", TypeError, "text ('high'): convert it first, as in np.array(values, dtype=float)"),
        (["1", "2"], TypeError, "convert it first"),
        ([[1, 2], [3]], ValueError, "ragged list: its rows must all be equally long"),
        (None, TypeError, "None: is a `return` missing"),
        ({}, TypeError, "must hold numbers; given a dict"),
        ([1j], TypeError, "an array of type complex128"),
    ],
)
def test_what_is_not_numbers_is_refused(name, bad, error, sentence):
    with pytest.raises(error) as refusal:
        function(name)(bad)
    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith("A " if name.endswith("output") else "Z ")


def test_arguments_have_the_names_of_the_documentation():
    assert sigmoid(Z=0) == 0.5
    assert activations.sigmoid_derivative_from_output(A=0.5) == 0.25


columns = arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 4)), elements=st.floats(-1e4, 1e4))


@given(z=columns, shift=st.floats(-1e3, 1e3))
@settings(deadline=None, max_examples=50)
def test_softmax_sums_to_one_keeps_the_order_and_ignores_a_shift(z, shift):
    a = softmax(z)
    np.testing.assert_allclose(a.sum(axis=0), 1, atol=1e-14)
    np.testing.assert_allclose(a, special.softmax(z, axis=0), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(softmax(z + shift), a, atol=1e-11)
    order = np.argsort(z, axis=0, kind="stable")
    assert (np.diff(np.take_along_axis(a, order, axis=0), axis=0) >= 0).all()


def test_softmax_works_column_by_column_or_on_one_vector():
    np.testing.assert_allclose(softmax(np.log([1, 2, 5])), [1 / 8, 2 / 8, 5 / 8])
    np.testing.assert_allclose(softmax(np.log([[1, 3], [3, 1]])), [[0.25, 0.75], [0.75, 0.25]])
    assert softmax(np.zeros((3, 2), dtype=np.float32)).dtype == np.float32


def test_softmax_of_two_scores_is_the_sigmoid_of_their_difference():
    scores = np.stack([Z.ravel(), np.zeros(Z.size)])
    np.testing.assert_allclose(softmax(scores)[0], sigmoid(Z.ravel()), atol=1e-15)


@given(z=arrays(np.float64, st.integers(1, 5), elements=st.floats(-20, 20)))
@settings(deadline=None, max_examples=25)
def test_softmax_derivative_equals_autograd(z):
    exact = autograd.jacobian(lambda z: anp.exp(z) / anp.sum(anp.exp(z)))(z)
    np.testing.assert_allclose(softmax_derivative(z), exact, atol=1e-14)
    np.testing.assert_array_equal(softmax_derivative(z.reshape(-1, 1)), softmax_derivative(z))


def test_softmax_derivative_is_for_one_example():
    with pytest.raises(ValueError, match=r"\(3, 2\)"):
        softmax_derivative(np.zeros((3, 2)))


@pytest.mark.parametrize("z", [3.0, np.zeros((2, 2, 2))])
def test_softmax_needs_a_column_of_scores(z):
    with pytest.raises(ValueError, match=r"\(C, m\)"):
        softmax(z)


LEAKY = [getattr(activations, f"leaky_relu{end}") for end in ("", "_derivative", "_derivative_from_output")]


@pytest.mark.parametrize("slope", [-0.1, np.nan, np.inf, "0.1", None, [0.1, 0.2], np.array([0.1])])
@pytest.mark.parametrize("function", LEAKY)
def test_a_slope_that_is_no_number_from_zero_up_is_refused(function, slope):
    with pytest.raises(ValueError, match=r"the slope below 0 is .*; it must be a number, 0 \(ReLU\) or above"):
        function(np.array([1.0, -1.0]), slope)


@given(z=wide, slope=st.sampled_from([0, 0.01, 0.5, 1, 3.0, np.float32(0.25)]))
@settings(deadline=None, max_examples=50)
def test_slope_0_is_relu_and_slope_1_the_identity(z, slope):
    np.testing.assert_array_equal(leaky_relu(z, 0), relu(z))
    np.testing.assert_array_equal(activations.leaky_relu_derivative(z, 0), activations.relu_derivative(z))
    np.testing.assert_array_equal(leaky_relu(z, 1), z)
    from_output = activations.leaky_relu_derivative_from_output(leaky_relu(z, slope), slope)
    np.testing.assert_array_equal(from_output, activations.leaky_relu_derivative(z, slope))


def test_finite_differences_at_the_kink_take_the_mean_of_both_sides():
    assert numerical_derivative(relu, 0.0) == 0.5
    assert numerical_derivative(lambda z: leaky_relu(z, 0.2), 0.0) == pytest.approx(0.6)


def test_tanh_is_four_times_as_steep_as_the_sigmoid():
    z = np.linspace(-5, 5, 1001)
    slopes = activations.tanh_derivative(z), activations.sigmoid_derivative(z)
    assert [slope.max() for slope in slopes] == [1, 0.25] and all(np.argmax(slope) == 500 for slope in slopes)
    np.testing.assert_allclose(slopes[0], 4 * activations.sigmoid_derivative(2 * z), atol=1e-15)


@pytest.mark.parametrize("z", [[1e4, -1e4, 0.0], [-1e4, -1e4, -1e4], [1e4, 1e4, 1e4 - 1]])
def test_softmax_and_its_slope_survive_scores_far_out(z):
    assert softmax(z).sum() == pytest.approx(1) and np.isfinite(softmax_derivative(z)).all()


@given(z=arrays(np.float64, st.integers(1, 5), elements=st.floats(-1e4, 1e4)))
@settings(deadline=None, max_examples=25)
def test_rows_and_columns_of_the_softmax_slope_add_up_to_zero(z):
    slope = softmax_derivative(z)
    np.testing.assert_allclose(slope.sum(axis=0), 0, atol=1e-15)
    np.testing.assert_array_equal(slope, slope.T)


def test_softmax_without_a_class_is_refused():
    with pytest.raises(ValueError, match="one class or more"):
        softmax(np.zeros((0, 3)))


@pytest.mark.parametrize("function", [softmax_derivative, activations.softmax_derivative_from_output])
@pytest.mark.parametrize(
    ("bad", "error"), [("high", TypeError), (None, TypeError), ([[1], [2, 3]], ValueError), (0.5, ValueError)]
)
def test_the_softmax_slope_refuses_what_is_not_one_column(function, bad, error):
    with pytest.raises(error, match="convert it|None|ragged|pass one column"):
        function(bad)
    with pytest.raises(ValueError, match=r"\(3, 2\).*pass one column"):
        function(np.zeros((3, 2)))
    assert function(np.zeros((3, 1), dtype=np.float32)).dtype == np.float32


def test_the_slope_is_named_in_the_call_of_a_layer():
    assert leaky_relu(Z=-2.0, slope=0.5) == -1 and activations.leaky_relu_derivative(-2.0, slope=0.5) == 0.5


@pytest.mark.parametrize("name", ALL)
def test_backward_is_the_chain_rule(name):
    dA = np.cos(Z)
    dZ = activations.BY_NAME[name].backward(dA, function(name)(Z))
    np.testing.assert_allclose(dZ, dA * numerical_derivative(function(name), Z), atol=1e-9)


@given(z=arrays(np.float64, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.floats(-5, 5)))
@settings(deadline=None, max_examples=25)
def test_backward_of_softmax_is_the_jacobian_times_each_column(z):
    dA = np.sin(np.arange(z.size)).reshape(z.shape)
    columns = [softmax_derivative(z[:, k]) @ dA[:, k] for k in range(z.shape[1])]
    np.testing.assert_allclose(softmax.backward(dA, softmax(z)), np.stack(columns, axis=1), atol=1e-15)


def test_an_activation_is_named_after_its_function_or_as_one_says():
    swish = activations.Activation(np.sin, np.cos, np.cos)
    assert (swish.name, repr(swish), swish.__name__) == ("sin", "sin", "sin")
    assert activations.Activation(np.sin, np.cos, np.cos, name="wave").name == "wave"


@pytest.mark.parametrize("name", [*ALL, "softmax", "step"])
def test_the_result_is_an_array_of_its_own(name):
    assert not np.shares_memory(Z, function(name)(Z))
