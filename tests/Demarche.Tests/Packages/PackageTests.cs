using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Packages;

/// <summary>What <c>eng/pack.sh</c> makes can be installed and used from its folder, which DEMARCHE_PACKAGES names; <c>eng/test.sh</c> packs before it tests.</summary>
public class PackageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public void The_command_is_installed_from_a_folder_and_codes()
    {
        using var folder = new TestFolder();
        Dotnet(folder, "tool", "install", "Demarche.Cli", "--tool-path", Path.Combine(folder.Path, "tools"), "--source", Packages(), "--verbosity", "quiet");
        var coded = Run(folder, Path.Combine(folder.Path, "tools", "demarche"), "code", Repository.Sample("talks-called-off.txt"), "--format", "jsonl");
        Assert.Equal(Called.With("code", Repository.Sample("talks-called-off.txt"), "--format", "jsonl").Output.ReplaceLineEndings("\n"), coded);
    }

    [Fact]
    public void The_ten_lines_are_built_against_the_packages_and_run()
    {
        using var folder = new TestFolder();
        folder.Write("Directory.Build.props", "<Project />");
        folder.Write("Program.cs", File.ReadAllText(Repository.Sample("ten-lines.cs")));
        folder.Write("ten.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{Packages()}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder.Path, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Restored()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Demarche" Version="{Version()}" />
              </ItemGroup>
            </Project>
            """);
        Dotnet(folder, "build", "ten.csproj", "--verbosity", "quiet", "--output", Path.Combine(folder.Path, "out"));
        Assert.Equal("2021-05-03 IRN REJECT USA happened, by reject.talks\n", Dotnet(folder, Path.Combine(folder.Path, "out", "ten.dll")));
    }

    [Theory]
    [InlineData("Demarche")]
    [InlineData("Demarche.Store")]
    public void A_library_has_its_documentation_and_symbols_beside_it(string name)
    {
        using var package = ZipFile.OpenRead(Path.Combine(Packages(), $"{name}.{Version()}.nupkg"));
        Assert.Contains(package.Entries, e => e.FullName == $"lib/net10.0/{name}.xml");
        Assert.Contains(package.Entries, e => e.FullName == "README.md");
        Assert.True(File.Exists(Path.Combine(Packages(), $"{name}.{Version()}.snupkg")));
    }

    private static string Packages()
    {
        var folder = Environment.GetEnvironmentVariable("DEMARCHE_PACKAGES");
        Assert.SkipWhen(folder is null, "DEMARCHE_PACKAGES names no folder; eng/pack.sh --plain FOLDER makes one.");
        return folder!;
    }

    private static string Version() => typeof(Pipeline).Assembly.GetName().Version!.ToString(3);

    // What the packages need in turn was restored for this build.
    private static string Restored() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Dotnet(TestFolder folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    private static string Run(TestFolder folder, string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder.Path,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
            },
        };
        process.Start();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), program);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}\n{errors.Result}");
        return output;
    }
}
