using System.Runtime.Intrinsics;
using Demarche.Language.Network;

namespace Demarche.Tests.Language.Network;

public class CurvesTests
{
    [Fact]
    public void KeepCloseToTheDefinitions()
    {
        for (var x = -12f; x <= 12; x += 0.01f)
        {
            Assert.Equal(MathF.Tanh(x), Curves.Tanh(Vector256.Create(x))[0], 3e-6f);
            Assert.Equal(1 / (1 + MathF.Exp(-x)), Curves.Sigmoid(Vector256.Create(x))[0], 3e-6f);
        }
    }
}
