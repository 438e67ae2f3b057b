namespace Demarche.Tests;

public class Smoke { [Fact] public void T() => Assert.Equal("x", "x"); }
