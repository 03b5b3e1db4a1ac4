using System.CommandLine;
using RegCls.Cli.Doctor;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls doctor`. Names no type of RegCls, which may not be built yet.</summary>
internal static class DoctorCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var command = new Command("doctor", "Says what is installed, what is missing, and what to do. Exit code 0: the notebooks can run; 1: they cannot.");
        var fix = new Option<bool>("--fix") { Description = "Sets the interrupt mode of Jupyter's C# kernel to message, so that its stop button stops the cell and not the kernel." };
        command.Options.Add(fix);
        command.SetAction(parsed => Run(terminal, RepositoryLayout.Find(currentFolder), Machine.This, parsed.GetValue(fix)));
        return command;
    }

    /// <summary>Examines a machine.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="fixes">Whether to mend first what can be mended.</param>
    /// <returns>The exit code.</returns>
    public static int Run(Terminal terminal, RepositoryLayout layout, Machine machine, bool fixes = false)
    {
        if (fixes)
        {
            terminal.Out.WriteLine(new JupyterKernelSpec(machine).Fix());
        }

        var examination = new Examination(layout, machine);
        List<Finding> findings = [examination.Sdk(), examination.Bundle()];
        if (examination.HasBundle)
        {
            findings.Add(examination.FSharpFix());
        }

        findings.AddRange([examination.Disk(), examination.Kernel(), examination.Chromium()]);
        if (examination.HasBundle)
        {
            using var bundle = new BundleAssemblies();
            bundle.Provide(layout.Bundle);
            findings.AddRange(OfLibrary());
        }

        findings.ForEach(finding => terminal.Out.WriteLine(finding.ToString()));
        var missing = findings.Count(finding => finding.State == FindingState.Missing);
        terminal.Out.WriteLine(missing == 0 ? "The notebooks can run." : $"The notebooks cannot run yet: {missing} missing.");
        return missing == 0 ? ExitCode.Success : ExitCode.NotReady;
    }

    // Apart, so that it is compiled only after the bundle can be found.
    private static IEnumerable<Finding> OfLibrary() => [LibraryExamination.Natives(), LibraryExamination.TorchKernels(), .. LibraryExamination.DataSets()];
}
