using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>
/// A real Slurm on this machine: a controller and two node daemons with two processors each, an authentication daemon with a key of its own, all on the loopback and in one temporary folder.
/// Neither systemd nor cgroups nor accounting are needed. Whatever it started, jobs included, is gone when it is disposed.
/// </summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scontrol", "scancel"];
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(30);
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, Process> daemons = [];

    private SlurmCluster()
    {
    }

    private string Configuration => folder["slurm.conf"];

    /// <summary>Starts the cluster, or skips the test where Slurm is not installed.</summary>
    public static async Task<SlurmCluster> StartAsync(CancellationToken cancellation)
    {
        if (Array.Find(Programs, program => Find(program) is null) is { } missing)
        {
            var sentence = $"there is no {missing} on the PATH, so no job array was run; install Slurm (Debian: apt-get install slurm-wlm munge).";
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI=true but " + sentence);
            Assert.Skip("In this test " + sentence);
        }

        var cluster = new SlurmCluster();
        try
        {
            await cluster.StartDaemonsAsync(cancellation);
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Runs one of Slurm's commands.</summary>
    /// <returns>What it wrote; it must succeed.</returns>
    public async Task<string> CommandAsync(string[] line, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Process.Start(StartInfo(line, environment))!;
        using var limit = new CancellationTokenSource(CommandLimit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', line)}: {await error}\n{Logs()}");
            return await output;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The state and the reason of each task that is not at its end yet, as "2 PENDING BeginTime".</summary>
    public async Task<string[]> TasksAsync(string job) => (await CommandAsync(["squeue", "--noheader", "--array", "--jobs", job, "--format", "%K %T %r"])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Ends the daemon of a node as a lost machine or a lost network does, and tells the controller at once what it would find out in SlurmdTimeout seconds.</summary>
    public async Task LoseNodeAsync(string node)
    {
        daemons[node].Kill();
        await daemons[node].WaitForExitAsync();
        await CommandAsync(["scontrol", "update", $"NodeName={node}", "State=DOWN", "Reason=lost"]);
    }

    /// <summary>The study's process that has these words on its command line, then the batch script and Slurm's own process above it.</summary>
    public IReadOnlyList<Process> TaskProcesses(string words)
    {
        var study = Own().Select(process => (Process: process, Line: CommandLine(process.Id))).First(process => process.Line.Contains("RegCls.Cli", StringComparison.Ordinal) && process.Line.Contains(words, StringComparison.Ordinal)).Process;
        var script = Process.GetProcessById(Parent(study.Id));
        return [study, script, Process.GetProcessById(Parent(script.Id))];
    }

    public void Dispose()
    {
        // Twice: a daemon that dies may just have started something.
        for (var round = 0; round < 2; round++)
        {
            foreach (var process in Own().Concat(daemons.Values.Where(daemon => !daemon.HasExited)))
            {
                try
                {
                    process.Kill();
                    process.WaitForExit(TimeSpan.FromSeconds(5));
                }
                catch (InvalidOperationException)
                {
                    // It ended by itself.
                }
            }
        }

        foreach (var daemon in daemons.Values)
        {
            daemon.Dispose();
        }

        folder.Dispose();
    }

    private async Task StartDaemonsAsync(CancellationToken cancellation)
    {
        var (host, user, ports) = (Environment.MachineName.Split('.')[0], Environment.UserName, FreePorts(3));
        await File.WriteAllBytesAsync(folder["munge.key"], RandomNumberGenerator.GetBytes(1024), cancellation);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["munge.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        folder.Write("slurm.conf", string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=regcls
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            SlurmUser={user}
            SlurmdUser={user}
            AuthType=auth/munge
            CryptoType=crypto/munge
            AuthInfo=socket={folder["munge.socket"]}
            StateSaveLocation={folder["state"]}
            SlurmdSpoolDir={folder["spool-%n"]}
            SlurmctldPidFile={folder["slurmctld.pid"]}
            SlurmdPidFile={folder["slurmd-%n.pid"]}
            SlurmctldLogFile={folder["slurmctld.log"]}
            SlurmdLogFile={folder["slurmd-%n.log"]}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            MailProg=/bin/true
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SchedulerType=sched/backfill
            SchedulerParameters=sched_interval=1,bf_interval=1
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SlurmdParameters=config_overrides
            ReturnToService=2
            SlurmdTimeout=300
            KillWait=5
            NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=2 RealMemory=8000
            NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=2 RealMemory=8000
            PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

            """));
        Directory.CreateDirectory(folder["state"]);
        Start("munged", "--foreground", "--force", "--num-threads=1", "--key-file=" + folder["munge.key"], "--socket=" + folder["munge.socket"], "--pid-file=" + folder["munge.pid"], "--log-file=" + folder["munge.log"], "--seed-file=" + folder["munge.seed"]);
        await UntilAsync(() => Task.FromResult(File.Exists(folder["munge.socket"])), cancellation);
        Start("slurmctld", "-D", "-c", "-f", Configuration);
        foreach (var node in (string[])["n1", "n2"])
        {
            daemons[node] = Start("slurmd", "-D", "-N", node, "-f", Configuration);
        }

        await UntilAsync(async () => (await TryAsync("sinfo", "--noheader", "--Node", "--format", "%N %T")) == "n1 idle\nn2 idle\n", cancellation);
    }

    private async Task<string> TryAsync(params string[] line)
    {
        using var process = Process.Start(StartInfo(line, null))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        return output;
    }

    /// <summary>Waits for something, but not for ever.</summary>
    private async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancellation)
    {
        while (!await holds())
        {
            Assert.False(cancellation.IsCancellationRequested || daemons.Values.Any(daemon => daemon.HasExited), "Slurm did not start:\n" + Logs());
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(StartInfo([program, .. arguments], null))!;
        // They log to files; what they also write here is read so that they never wait for a reader.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return daemons[program] = process;
    }

    private ProcessStartInfo StartInfo(string[] line, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Find(line[0])!, line[1..]) { WorkingDirectory = CommandResult.RepositoryRoot, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // Whatever has this cluster's configuration in its environment was started by it, however far down.
    private IEnumerable<Process> Own()
    {
        foreach (var process in Process.GetProcesses())
        {
            string environment;
            try
            {
                environment = File.ReadAllText($"/proc/{process.Id}/environ");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (environment.Contains("SLURM_CONF=" + Configuration + "\0", StringComparison.Ordinal))
            {
                yield return process;
            }
        }
    }

    private string Logs() => string.Join('\n', Directory.GetFiles(folder.Path, "*.log").SelectMany(file => File.ReadLines(file).TakeLast(20).Prepend(Path.GetFileName(file) + ":")));

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private static int Parent(int process)
    {
        // "pid (name) state parent …"; the name may hold spaces.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Append("/usr/sbin").Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }
}
