using Demarche.Language.Network;

namespace Demarche.Tests.Language.Network;

public class CurvesTests
{
    [Fact]
    public void KeepCloseToTheDefinitions()
    {
        for (var x = -12f; x <= 12; x += 0.01f)
        {
            var (tanh, sigmoid) = (Curves.Tanh(EightLanes.Of(x)).V[0], Curves.Sigmoid(EightLanes.Of(x)).V[0]);
            Assert.Equal(MathF.Tanh(x), tanh, 3e-6f);
            Assert.Equal(1 / (1 + MathF.Exp(-x)), sigmoid, 3e-6f);
            Assert.Equal((tanh, sigmoid), (Curves.Tanh(SixteenLanes.Of(x)).V[0], Curves.Sigmoid(SixteenLanes.Of(x)).V[0]));   // any machine, the same bits
        }
    }
}
