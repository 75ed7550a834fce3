<#
Checks the structural integrity of all databases of one server: starts CheckList^Integrity in the guest by a managed run
command, waits for it, and fails when it found errors. It takes as long as reading every block does: when it outlasts
this job, it goes on in the guest, and the next run of this runbook reports how it ended.

Run it on a backup or DR member, never on a primary under load: it reads at the speed of the disks, and updates at the
same time can look like errors.
#>
param(
    # Resource id of the virtual machine.
    [Parameter(Mandatory)] [ValidatePattern('^/subscriptions/.+/virtualMachines/[^/]+$')] [string] $VirtualMachineId,
    # Name of the InterSystems IRIS instance.
    [ValidatePattern('^[A-Za-z][A-Za-z0-9]{0,31}$')] [string] $Instance = 'IRIS',
    # Processes that read at once: more finish sooner, and leave less of the disks to others.
    [ValidateRange(1, 32)] [int] $Processes = 2,
    # Minutes to wait: jobs in Azure's sandbox end after three hours.
    [ValidateRange(1, 170)] [int] $WaitMinutes = 150,
    # Azure cloud, by its name in PowerShell.
    [string] $Environment = 'AzureCloud'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$apiVersion = '2024-07-01'
$command = "$VirtualMachineId/runCommands/iris-integrity-check"

$guestScript = @'
#!/bin/bash
output=$(iris session @INSTANCE@ -U%SYS <<'OBJECTSCRIPT'
set sc=$$CheckList^Integrity(,,,,@PROCESSES@)
do Display^Integrity(,2)
kill ^IRIS.TempIntegrityOutput(+$job)
write !,"integrity check: ",$select($system.Status.IsOK(sc):"passed",1:$system.Status.GetErrorText(sc)),!
halt
OBJECTSCRIPT
)
printf '%s\n' "$output" 'started @STARTED@'
printf '%s\n' "$output" | grep -q '^integrity check: passed'
'@

function Invoke-Azure([string] $Method, [string] $Path, [hashtable] $Body) {
    $request = @{ Method = $Method; Path = $Path }
    if ($Body) { $request.Payload = $Body | ConvertTo-Json -Depth 10 -Compress }
    $response = Invoke-AzRestMethod @request
    if ($response.StatusCode -eq 404) { return $null }
    if ($response.StatusCode -ge 300) { throw "$Method $Path answered $($response.StatusCode): $($response.Content)" }
    return $response.Content | ConvertFrom-Json -AsHashtable
}

function Get-Run {
    $run = Invoke-Azure 'GET' ($command + '?$expand=instanceView&api-version=' + $apiVersion)
    return $run ? $run.properties['instanceView'] : $null
}

function Test-InProgress($Run) {
    return $null -ne $Run -and $Run['executionState'] -in 'Pending', 'Running'
}

function Test-Ended($Run, [string] $Mark) {
    if ($null -eq $Run -or (Test-InProgress $Run)) { return $false }
    # A run that Azure ended has no output to its end.
    return $Run['executionState'] -in 'TimedOut', 'Canceled' -or "$($Run['output'])".Contains($Mark)
}

Disable-AzContextAutosave -Scope Process | Out-Null
Connect-AzAccount -Identity -Environment $Environment | Out-Null

$machine = Invoke-Azure 'GET' "$($VirtualMachineId)?api-version=$apiVersion"
if ($null -eq $machine) { throw "There is no virtual machine $VirtualMachineId, or this account may not read it." }

# What the output of this run ends in: until it is there, Azure may still show how the last one ended.
$mark = ''
$run = Get-Run
if (Test-InProgress $run) {
    Write-Output 'An earlier check is still running; waiting for it instead of starting another.'
}
else {
    if ($null -ne $run -and $run['executionState'] -ne 'Succeeded') {
        Write-Warning "The check before this one ended as $($run['executionState']): $($run['output']) $($run['error'])"
    }
    $started = [DateTime]::UtcNow.ToString('s')
    $mark = "started $started"
    $text = $guestScript.Replace("`r", '').Replace('@INSTANCE@', $Instance).Replace('@PROCESSES@', "$Processes")
    $text = $text.Replace('@STARTED@', $started)
    Invoke-Azure 'PUT' "$($command)?api-version=$apiVersion" @{
        location   = $machine.location
        properties = @{ source = @{ script = $text }; asyncExecution = $true; timeoutInSeconds = 172800 }
    } | Out-Null
    Write-Output "Started the check of instance $Instance."
}

$deadline = [DateTime]::UtcNow.AddMinutes($WaitMinutes)
do {
    Start-Sleep -Seconds 60
    $run = Get-Run
} while (-not (Test-Ended $run $mark) -and [DateTime]::UtcNow -lt $deadline)

if (-not (Test-Ended $run $mark)) {
    Write-Warning "The check goes on after $WaitMinutes minutes; the next run reports how it ended."
    return
}
Write-Output $run['output']
if ($run['executionState'] -ne 'Succeeded') { throw "The check ended as $($run['executionState']): $($run['error'])" }
Write-Output 'No error was found in any database.'
