<#
Starts or deallocates the servers of resource groups that are tagged iris-capacity: on-demand, and leaves all others as
they are. A server that is in the wanted state already stays in it. A deallocated server costs its disks alone; Azure
starts it again only where it has room, unless capacity is reserved.
#>
param(
    # Whether they are to run.
    [Parameter(Mandatory)] [ValidateSet('Start', 'Deallocate')] [string] $Action,
    # Names of resource groups, separated by commas.
    [Parameter(Mandatory)] [string] $ResourceGroups,
    # Subscription of the resource groups: that of the account unless it is given.
    [string] $SubscriptionId = '',
    # Minutes to wait until all are in the wanted state.
    [ValidateRange(1, 170)] [int] $WaitMinutes = 30,
    # Azure cloud, by its name in PowerShell.
    [string] $Environment = 'AzureCloud'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$wantedState = @{ Start = 'PowerState/running'; Deallocate = 'PowerState/deallocated' }[$Action]
$groups = @($ResourceGroups.Split(',').Trim() | Where-Object { $_ })

function Get-OnDemandServers {
    foreach ($group in $groups) {
        foreach ($machine in Get-AzVM -ResourceGroupName $group) {
            if ($machine.Tags -and $machine.Tags['iris-capacity'] -eq 'on-demand') {
                $view = Get-AzVM -ResourceGroupName $group -Name $machine.Name -Status
                $state = $view.Statuses.Code | Where-Object { $_ -like 'PowerState/*' } | Select-Object -First 1
                [PSCustomObject]@{ Group = $group; Name = $machine.Name; State = $state }
            }
        }
    }
}

Disable-AzContextAutosave -Scope Process | Out-Null
Connect-AzAccount -Identity -Environment $Environment | Out-Null
if ($SubscriptionId) { Set-AzContext -Subscription $SubscriptionId | Out-Null }

$servers = @(Get-OnDemandServers)
if (-not $servers) { throw "No server of $($groups -join ', ') is tagged iris-capacity: on-demand." }

$failed = @()
foreach ($server in $servers | Where-Object State -ne $wantedState) {
    try {
        if ($Action -eq 'Start') {
            Start-AzVM -ResourceGroupName $server.Group -Name $server.Name -NoWait | Out-Null
        }
        else {
            Stop-AzVM -ResourceGroupName $server.Group -Name $server.Name -Force -NoWait | Out-Null
        }
        Write-Output "$Action of $($server.Name) began."
    }
    catch {
        # One server that Azure has no room for must not keep the others off.
        $failed += "$($server.Name): $($_.Exception.Message)"
    }
}

$deadline = [DateTime]::UtcNow.AddMinutes($WaitMinutes)
do {
    $waiting = @(Get-OnDemandServers | Where-Object State -ne $wantedState)
    if ($waiting.Count -le $failed.Count) { break }
    Start-Sleep -Seconds 20
} while ([DateTime]::UtcNow -lt $deadline)

if ($waiting) {
    throw "$Action is not done for $($waiting.Name -join ', '). $($failed -join '; ')"
}
Write-Output "All $($servers.Count) on-demand servers are $($wantedState.Replace('PowerState/', ''))."
